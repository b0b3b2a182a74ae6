// The functions that a formula may call: how each is written, and what it is for.
import { t } from '../words.js';

export const FUNCTIONS = [
  { name: 'if(', written: 'if(a > b, x, y)', title: t('if: one amount or another', 'если: одно или другое') },
  { name: 'min(', written: 'min(a, b)', title: t('min: the least', 'min: наименьшее') },
  { name: 'max(', written: 'max(a, b)', title: t('max: the largest', 'max: наибольшее') },
  { name: 'round(', written: 'round(a, 2)', title: t('round: to so many places', 'round: округлить до знаков') },
  { name: 'abs(', written: 'abs(a)', title: t('abs: without its sign', 'abs: без знака') },
  { name: 'coalesce(', written: 'coalesce(a, 0)', title: t('coalesce: the first that is known', 'coalesce: первое известное') },
];
