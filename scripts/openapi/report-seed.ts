import { type AnySchema, fieldsTable, typeText } from './report-schema.ts'
import { generated, table } from './report-text.ts'

/** The form of seeds on one page, from their JSON Schema. */
export function seedPage(schema: AnySchema): string {
  const sections = Object.entries(schema.properties ?? {}).filter(([name]) => name !== '$schema')
  return `${[
    '# Seed format',
    `Every section and field of a seed, in YAML or JSON. ${generated}`,
    'How to write a seed is in [Seeds](../guides/seeds.md). `npx pinterest-ads-mock seed schema` prints the JSON Schema that this page is made of, which the package also has as `openapi/seed.schema.json`.',
    'A seed is an object of sections; each section is a list of entities, and every section may be left out. An `alias` names an entity within the seed; fields that end in no `_id`, such as `campaign` and `ad_account`, take an alias of the seed or an id. A time is a duration from the moment of seeding (`-P10D`), an ISO 8601 date and time, or Unix seconds.',
    table(
      ['Section', 'Required fields'],
      sections.map(([name, { items = {} }]) => [
        `[${name}](#${name})`,
        (items.required ?? []).map((field) => `\`${field}\``).join(', ') || 'none',
      ]),
    ),
    ...sections.flatMap(([name, section]) => [`## ${name}`, ...sectionParts(section)]),
  ].join('\n\n')}\n`
}

const sectionParts = ({ items = {} }: AnySchema): readonly string[] => [
  items.properties === undefined ? `Each is ${typeText(items)}.` : fieldsTable(items),
]
