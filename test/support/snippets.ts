import { readFileSync } from 'node:fs'

/** The code blocks of a page of documentation: a function that gives those in a language, in their order. */
export function snippetsOf(page: URL): (language: string) => readonly string[] {
  const found = [...readFileSync(page, 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms)]
  return (requested) => found.flatMap(([, language, text = '']) => (language === requested ? [text] : []))
}
