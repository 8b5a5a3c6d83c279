/** Returns a name in the form of a component's: `entity_statuses` becomes `EntityStatuses`, `AD_GROUP` `AdGroup`. */
export const pascal = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('')

/** Returns the name of one of several: `entity_statuses` becomes `entity_status`, `countries` `country`. */
export function singular(name: string): string {
  if (/ies$/i.test(name)) return name.replace(/ies$/i, (ending) => (ending === 'IES' ? 'Y' : 'y'))
  if (/(?:ss|x|sh|ch)es$|statuses$/i.test(name)) return name.slice(0, -2)
  return /[^s]s$/i.test(name) && !/(?:metrics|sms|analytics|status|previous)$/i.test(name) ? name.slice(0, -1) : name
}

/** Returns the words of a component's name: `AdGroup` becomes `ad group`. */
export const wordsIn = (name: string): string => name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase()
