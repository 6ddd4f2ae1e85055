/**
 * A number as prometheus_client 0.23 writes it: Python's `repr` of a float, in exponent form from a million on,
 * as Go does.
 */
export function formatPrometheusNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const text = pythonRepr(value);
  const dot = text.indexOf('.');
  if (value <= 0 || dot <= 6) return text;
  const mantissa = `${text[0]}.${text.slice(1, dot)}${text.slice(dot + 1)}`.replace(/[0.]+$/, '');
  return `${mantissa}e+0${dot - 1}`;
}

/** Python writes exponents below 1e-4 and from 1e16 on, with two digits at least, and a fraction on whole numbers. */
function pythonRepr(value: number): string {
  const [digits, exponentText] = value.toExponential().split('e') as [string, string];
  const exponent = Number(exponentText);
  if (value !== 0 && (exponent < -4 || exponent >= 16)) {
    return `${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const plain = Object.is(value, -0) ? '-0' : String(value);
  if (!plain.includes('e')) return plain.includes('.') ? plain : `${plain}.0`;
  return value.toFixed(20).replace(/0+$/, '');
}
