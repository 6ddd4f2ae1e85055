import { checkOptions } from '../check-options.ts';
import { quote, suggest, ValueError } from '../errors.ts';
import { requireName } from './entity.ts';

/** The types a feature may have. */
const FIELD_DTYPES = ['int64', 'float64', 'bool', 'string'] as const;
export type FieldDtype = (typeof FIELD_DTYPES)[number];

/** One column of a feature view as it is stored. */
export interface FieldDefinition {
  readonly name: string;
  readonly dtype: FieldDtype;
}

/** A named and typed column of a feature view: a feature, or a join key. Feast's `Field`. */
export class Field implements FieldDefinition {
  readonly name: string;
  readonly dtype: FieldDtype;

  constructor(options: FieldDefinition) {
    const { name, dtype } = checkOptions('new Field', options, { required: ['name', 'dtype'] });
    this.name = requireName(name, 'a field');
    if (!FIELD_DTYPES.includes(dtype)) {
      throw new ValueError(
        `field ${quote(name)} has the unknown type ${quote(dtype)}`,
        suggest(String(dtype), FIELD_DTYPES),
      );
    }
    this.dtype = dtype;
  }
}
