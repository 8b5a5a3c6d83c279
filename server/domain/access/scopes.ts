/** Every scope of the API, with a description in our own words of what it allows. */
export const scopes = {
  'ads:read': 'Read campaigns and all that belongs to them',
  'ads:write': 'Create and change campaigns and all that belongs to them',
  'billing:read': 'Read what is billed, and how it is paid',
  'billing:write': 'Change what is billed, and how it is paid',
  'biz_access:read': 'Read who may work with the business and its ad accounts',
  'biz_access:write': 'Change who may work with the business and its ad accounts',
  'boards:read': 'Read boards and their sections',
  'boards:read_secret': 'Read secret boards',
  'boards:write': 'Create, change and delete boards and their sections',
  'boards:write_secret': 'Create, change and delete secret boards',
  'catalogs:read': 'Read catalogs, their feeds and products',
  'catalogs:write': 'Create, change and delete catalogs, their feeds and products',
  'msot:write': 'Report conversions as a measurement partner',
  'pins:read': 'Read Pins and videos',
  'pins:read_secret': 'Read secret Pins',
  'pins:write': 'Create, change and delete Pins, and register videos',
  'pins:write_secret': 'Create, change and delete secret Pins',
  'user_accounts:read': 'Read the user, and what is popular with users',
  'user_accounts:write': 'Change whom the user follows, and its websites',
} as const satisfies Readonly<Record<string, string>>

/** The name of a scope. */
export type Scope = keyof typeof scopes

/** The names of all scopes. */
export const scopeNames = Object.keys(scopes) as Scope[]

/** Parses a list of scopes separated by commas or spaces, each name once; `unknown` are names that are no scopes. */
export function scopesIn(text: string): { readonly known: readonly Scope[]; readonly unknown: readonly string[] } {
  const names = [...new Set(text.split(/[\s,]+/).filter((name) => name !== ''))]
  return { known: names.filter(isScope), unknown: names.filter((name) => !isScope(name)) }
}

const isScope = (name: string): name is Scope => Object.hasOwn(scopes, name)
