/** One measured thing beside what it is compared with in the same run. */
export interface Figure {
  name: string;
  own: number;
  reference: number;
  unit: 'ms' | 'ms CPU';
  /** The ratio that it should not exceed. */
  atMost?: number;
}

export const ratioOf = ({ own, reference }: Figure): number => own / reference;

function verdictOf(figure: Figure): string {
  if (figure.atMost === undefined) return '';
  return `target <= ${figure.atMost}: ${ratioOf(figure) <= figure.atMost ? 'met' : 'MISSED'}`;
}

/** A line a figure, for the terminal. */
export function formatFigures(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures
    .map((figure) => {
      const { name, own, reference, unit } = figure;
      return `${name.padEnd(width)}  ${own.toFixed(2).padStart(8)} / ${reference.toFixed(2).padStart(8)} ${unit.padEnd(6)} = ${ratioOf(figure).toFixed(2).padStart(6)} x  ${verdictOf(figure)}`.trimEnd();
    })
    .join('\n');
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const BAR_WIDTH = 320;
const MOST_RATIO = 4;

/** A page of its own: a bar a figure, and a line where as much is spent as by what it is compared with. */
export function renderFigures(figures: readonly Figure[], machine: string): string {
  const rows = figures.map((figure) => {
    const width = (Math.min(ratioOf(figure), MOST_RATIO) / MOST_RATIO) * BAR_WIDTH;
    const one = BAR_WIDTH / MOST_RATIO;
    const bar = `<svg width="${BAR_WIDTH}" height="16" role="img" aria-label="${ratioOf(figure).toFixed(2)} times"><rect width="${width.toFixed(1)}" height="16" fill="#4a7ebb"/><path d="M${one} 0v16" stroke="#111"/></svg>`;
    const cells = [
      figure.name,
      `${figure.own.toFixed(2)} ${figure.unit}`,
      `${figure.reference.toFixed(2)} ${figure.unit}`,
      `${ratioOf(figure).toFixed(2)} x`,
      verdictOf(figure),
    ];
    return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}<td>${bar}</td></tr>`;
  });
  return `<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>Cold benchmark</title>
<style>body{font:16px/1.5 system-ui;margin:2rem auto;max-width:72rem}td,th{padding:.25rem .75rem;text-align:start;border-bottom:1px solid #ccc}td{font-variant-numeric:tabular-nums}</style>
<h1>Cold benchmark</h1><p>${escapeHtml(machine)}. Medians. The line in each bar is as much as what it is compared with.</p>
<table><tr><th></th><th>ours</th><th>beside</th><th>ratio</th><th>target</th><th></th></tr>
${rows.join('\n')}
</table></html>
`;
}
