const onOff = new Map<string, boolean>([
  ['', true],
  ['on', true],
  ['true', true],
  ['1', true],
  ['off', false],
  ['false', false],
  ['0', false],
])

/** The text of a flag or a variable as a number; as it is when it is none, for the schema to refuse. */
export const number = (text: string): unknown => (/^-?\d+$/.test(text) ? Number(text) : text)

/** As a switch; a flag without a text is on. */
export const boolean = (text: string): unknown => onOff.get(text.toLowerCase()) ?? text

/** As parts separated by commas. */
export const list = (text: string): unknown => text.split(',').flatMap((part) => part.trim() || [])
