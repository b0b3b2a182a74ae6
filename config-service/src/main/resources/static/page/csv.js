// What is seen, as a file for a spreadsheet; text that a spreadsheet would run as a formula is quoted away.
const cell = value => `"${String(value).replace(/^[=+\-@\t](?!\d)/, "'$&").replaceAll('"', '""')}"`;

export function saveCsv({ id, stages, config }) {
  const head = ['stage', 'orders_entered', 'orders_now', 'revenue', 'cost', 'currency'];
  const rows = stages.map(({ title, figures }) =>
    [title, figures.entered, figures.orders, figures.revenue, figures.cost, config.currency]);
  const text = [head, ...rows].map(row => row.map(cell).join(',')).join('\r\n');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\ufeff', text, '\r\n'], { type: 'text/csv' }));
  link.download = `${id}-funnel.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
