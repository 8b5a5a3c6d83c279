/** HTML that is finished: nothing in it is escaped again. */
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

/** Returns HTML with values in it, each of them escaped unless it is HTML itself or a list of HTML. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(texts.map((text, index) => text + textOf(parts[index] ?? '')).join(''))
