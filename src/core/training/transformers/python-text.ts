/** What Python's `str` writes for a float: '1.0', '0.5', '1e-05', '1e+16', 'nan'. */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  // Both languages write the shortest digits that read back; they differ in when an exponent is used.
  const [digits, power] = value.toExponential().split('e') as [string, string];
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    return `${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  if (Object.is(value, -0)) return '-0.0';
  const text =
    exponent < 0 ? value.toFixed(digits.replace(/[-.]/g, '').length - exponent - 1) : String(value);
  return text.includes('.') ? text : `${text}.0`;
}

/** What Python's `repr` writes for the values that an error message lists. */
export function pythonRepr(value: string | number | boolean | null): string {
  if (value === null) return 'nan';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? `'${value}'` : String(value);
}
