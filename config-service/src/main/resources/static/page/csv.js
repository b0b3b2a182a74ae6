// What is seen (all, then by location, then by month), as a file for a spreadsheet; text that a spreadsheet would run as a formula is quoted away.
const cell = value => `"${String(value).replace(/^[=+\-@\t](?!\d)/, "'$&").replaceAll('"', '""')}"`;

export function saveCsv({ id, stages, config, sums, locations }) {
  const head = ['location', 'month', 'stage', 'orders_entered', 'orders_now', 'revenue', 'cost', 'currency'];
  const name = place => (locations.find(each => each.id === place) || { name: place }).name;
  const row = (place, month, { title }, { entered, orders, revenue, cost }) => [place, month, title, entered, orders, revenue, cost, config.currency];
  const crossed = (all, where) => Object.entries(all).flatMap(([key, by]) => stages.filter(each => by[each.id]).map(each => row(...where(key), each, by[each.id])));
  const rows = [...stages.map(each => row('', '', each, each.figures)),
    ...crossed(sums.locations, key => [name(key), '']), ...crossed(sums.months, key => ['', key])];
  const text = [head, ...rows].map(row => row.map(cell).join(',')).join('\r\n');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\ufeff', text, '\r\n'], { type: 'text/csv' }));
  link.download = `${id}-funnel.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
