/**
 * How the rewritten program names what it gets: `$v_x` is the variable x, whose member `v` is its value (see
 * `Variable` in the kernel), and `$v_` is the run. Another prefix is taken where the source has this one.
 */
export function choosePrefix(code: string): string {
  let prefix = '$v_';
  for (let i = 1; code.includes(prefix); i++) prefix = `$v${i}_`;
  return prefix;
}

/** An engine's message about rewritten code, in the student's names: `(0 , $v_f.v) is not a function`. */
export function studentNames(message: string): string {
  return message
    .replace(/\(0 ?, ?\$v\d*_([\p{ID_Continue}$]+)\.[vt]\)/gu, '$1')
    .replace(/\$v\d*_([\p{ID_Continue}$]+)\.[vtcl]\b/gu, '$1');
}
