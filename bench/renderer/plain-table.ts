/**
 * The baseline of scrolling: a page without script that holds all `count` rows in one frame of the size of the positions'
 * (CSS px), with the same number of cells and none of their parts.
 */
export function plainTable(
  count: number,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const cells = ['', 'Validator 5CiPPseX', 'SN12 apex', '123.4567', '0.0123', '1.5186', '1.5012', '+0.0456', ''];
  const row = `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`;
  const style = `section{width:${width}px;height:${height}px;overflow:auto}table{width:100%;table-layout:fixed}tr{height:56px}td{border-bottom:1px solid #ddd}`;
  return `<!doctype html><title>plain</title><style>${style}</style><section aria-label="Plain rows"><table>${row.repeat(count)}</table></section>`;
}
