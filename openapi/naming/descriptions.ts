import type { Description, Schema } from '../description.ts'
import { mapValues } from '../tidy-schema.ts'
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
  [/^(.*)_ids$/, 'Ids, one for each $1.'],
  [/^(.*)_id$/, 'The $1, by its id.'],
  [/^(.*)_name$/, 'Name of the $1.'],
  [/^(.*)_email$/, 'E-mail address of the $1.'],
  [/^(.*)_(?:url|link)$/, 'Address of the $1.'],
]

/** Returns the text for a property by its name; undefined where the glossary lacks it. */
export function describedBy(name: string): string | undefined {
  const [pattern, text] = families.find(([one]) => one.test(name)) ?? []
  const made = pattern && text && name.replace(pattern, text).replaceAll('_', ' ')
  return entries[name] ?? made
}

/** Describes every property that says nothing of itself, and every component, from one glossary of names. */
export function withDescriptions(description: Description): Description {
  const schemas = description.components?.schemas ?? {}
  const names = firstNames(schemas)
  const described = mapValues(schemas, (schema, component) => {
    const { properties, ...rest } = withText(schema, names.get(component) ?? '', component)
    return { ...rest, ...(properties && { properties: mapValues(properties, (part, name) => withText(part, name)) }) }
  })
  return { ...description, components: { ...description.components, schemas: described } }
}

function withText(schema: Schema, name: string, component?: string): Schema {
  if (schema.$ref !== undefined || schema.description !== undefined) return schema
  const text = describedBy(name) ?? (component && sentenceOf(component))
  return text === undefined ? schema : { ...schema, description: text }
}

/** Returns the property that refers to each component first, directly or as a list of it. */
function firstNames(schemas: Readonly<Record<string, Schema>>): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const visit = (schema: Schema, name: string): void => {
    const component = schema.$ref?.split('/').at(-1)
    if (component !== undefined && !names.has(component) && describedBy(name) !== undefined) names.set(component, name)
    const { items, additionalProperties, allOf = [], oneOf = [], anyOf = [], properties = {} } = schema
    if (items !== undefined) visit(items, name)
    if (typeof additionalProperties === 'object') visit(additionalProperties, name)
    for (const part of [...allOf, ...oneOf, ...anyOf]) visit(part, name)
    for (const [own, part] of Object.entries(properties)) visit(part, own)
  }
  for (const schema of Object.values(schemas)) visit(schema, '')
  return names
}

/** `CampaignsCreateResponse` becomes `Campaigns create response.` */
const sentenceOf = (component: string): string =>
  `${component.charAt(0)}${component
    .slice(1)
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll(/(?<= [a-z]) (?=[a-z](?: |$))/g, '')}.`
