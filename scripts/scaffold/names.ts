/** What one resource is called in each kind of place. */
export interface Names {
  /** As operations, seeds and the table name it: `lead_forms`. */
  readonly resource: string
  /** Its folder: `lead-forms`. */
  readonly folder: string
  /** One entity, as ids and errors name it: `lead_form`. */
  readonly kind: string
  /** One entity as a type, `LeadForm`, and as a variable, `leadForm`. */
  readonly type: string
  readonly variable: string
  /** Several as a variable, `leadForms`, and in a function's name, `LeadForms`. */
  readonly variables: string
  readonly types: string
  /** In prose: `lead form`, `lead forms`, `Lead form`, `Lead forms`. */
  readonly one: string
  readonly many: string
  readonly One: string
  readonly Many: string
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Returns a name with underscores in Pascal case: `lead_form` as `LeadForm`. */
export const pascalCase = (name: string): string => name.split('_').map(capital).join('')

const camelCase = (name: string): string => {
  const pascal = pascalCase(name)
  return pascal.charAt(0).toLowerCase() + pascal.slice(1)
}

/** Returns the singular of a name; the endings that names of the API have. */
export const singularOf = (name: string): string =>
  name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.replace(/(?<=[^s])s$/, '')

/** Returns every name of a resource and of its kind of entity. */
export function namesOf(resource: string, kind: string): Names {
  const [one, many] = [kind, resource].map((name) => name.replaceAll('_', ' ')) as [string, string]
  return {
    resource,
    folder: resource.replaceAll('_', '-'),
    kind,
    type: pascalCase(kind),
    variable: camelCase(kind),
    variables: camelCase(resource),
    types: pascalCase(resource),
    one,
    many,
    One: capital(one),
    Many: capital(many),
  }
}

/** Returns the name with the article that it needs: `an audience`. */
export const withArticle = (name: string): string => `${/^[aeio]/.test(name) ? 'an' : 'a'} ${name}`
