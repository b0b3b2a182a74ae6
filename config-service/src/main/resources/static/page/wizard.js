import { el } from './view.js';
import { t } from './words.js';
export const Wizard = () => el('p', null, t('Being built', 'В работе'));
