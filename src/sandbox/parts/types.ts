export { stripTypes as default } from '../../notebook/cell/strip-types.ts';
