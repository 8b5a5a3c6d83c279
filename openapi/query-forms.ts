/**
 * Query parameters whose lists are documented as one value with commas (`explode: false`); all other lists are documented
 * as repeated parameters. Each name has one form in all operations.
 */
export const commaSeparated: ReadonlySet<string> = new Set([
  'attribution_types',
  'columns',
  'id',
  'keywords',
  'metric_types',
  'targeting_types',
])
