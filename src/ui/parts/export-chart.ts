import { fileName, saveFile } from './save-file.ts';

/** The properties that a drawing takes from the page's styles; outside the page they must stand in the drawing itself. */
const PROPERTIES = [
  ...[
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
    'stroke-opacity',
    'stroke-dasharray',
    'stroke-linecap',
  ],
  ...['color', 'opacity', 'font-family', 'font-size', 'font-weight', 'font-variant-numeric', 'text-anchor'],
] as const;

/** How many pixels of the PNG stand for one of the page's: sharp on paper and on projectors. */
const PIXELS = 2;

/** Saves a drawing as an SVG file that looks the same without the page. */
export function saveSvg(svg: SVGSVGElement, title: string): void {
  saveFile(new Blob([standAlone(svg)], { type: 'image/svg+xml' }), `${fileName(title)}.svg`);
}

/** Saves a drawing as a PNG on the page's background. */
export async function savePng(svg: SVGSVGElement, title: string): Promise<void> {
  const { width, height } = svg.getBoundingClientRect();
  const url = URL.createObjectURL(new Blob([standAlone(svg)], { type: 'image/svg+xml' }));
  const image = new Image(width * PIXELS, height * PIXELS);
  image.src = url;
  await image.decode();
  URL.revokeObjectURL(url);
  const canvas = document.createElement('canvas');
  canvas.width = width * PIXELS;
  canvas.height = height * PIXELS;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (png !== null) saveFile(png, `${fileName(title)}.png`);
}

function standAlone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, i) => {
    const computed = getComputedStyle(original);
    for (const property of PROPERTIES)
      copies[i]?.style.setProperty(property, computed.getPropertyValue(property));
  });
  return new XMLSerializer().serializeToString(copy);
}
