import glossary from './glossary.json' with { type: 'json' }

const entries: Readonly<Record<string, string>> = glossary

/** Texts of names that follow a pattern. */
const families: readonly (readonly [RegExp, string])[] = [
  [/^ad_(image|video)_(\d+)_link$/, 'Address of ad $1 number $2.'],
  [/^ad_(image|video)_(\d+)_tag$/, 'Tags of ad $1 number $2.'],
  [/^custom_label_(\d)$/i, 'Label $1 of the advertiser.'],
  [/^custom_number_(\d)$/i, 'Number $1 of the advertiser.'],
  [/^google_product_category_(\d)$/i, "Category at level $1 of Google's taxonomy."],
  [/^product_type_(\d)$/i, "Category at level $1 of the advertiser's taxonomy."],
  [/^(weekly|lifetime)_(click|frequency|impression|reach)$/, 'Estimated $1 $2.'],
  [/^(weekly|lifetime)_(click|frequency|impression|reach)_(lower|upper)$/, 'Estimated $1 $2: $3 bound.'],
  [/^cpc$/, 'Estimated cost of a click.'],
  [/^cpm$/, 'Estimated cost of a thousand impressions.'],
  [/^cpc_(lower|upper)$/, 'Estimated cost of a click: $1 bound.'],
  [/^cpm_(lower|upper)$/, 'Estimated cost of a thousand impressions: $1 bound.'],
  [/^(\d\d(?:-\d\d|\+))$/, 'Multiplier for people of $1 years.'],
  [/^(\d+x\d*)$/, 'Image of $1 pixels.'],
  [/^(\d+d)$/, 'Metrics of the last $1.'],
  [/^(x-amz-.*|Content-Type)$/, 'Form field of the upload.'],
  [/^(.*)_email$/, 'E-mail address of the $1.'],
  [/^(.*)_(?:url|link)$/, 'Address of the $1.'],
]

/** Returns the text for a property or parameter by its name; undefined where the glossary lacks it. */
export function describedBy(name: string): string | undefined {
  const [pattern, text] = families.find(([one]) => one.test(name)) ?? []
  const made = pattern && text && name.replace(pattern, text).replaceAll('_', ' ')
  return entries[name] ?? made
}
