/** HTML that is escaped already. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')

type Part = string | Html | readonly Part[]

const textOf = (part: Part): string => {
  if (part instanceof Html) return part.text
  return typeof part === 'string' ? escaped(part) : part.map(textOf).join('')
}

/** Template tag for HTML. Escapes each interpolated value, unless it is `Html` itself or a list of `Html`. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(texts.map((text, index) => text + textOf(parts[index] ?? '')).join(''))
