/** The most places that are marked: more would help nobody, and slow the page down. */
const mostMarks = 500

/** Returns a text in parts, of which each second one is a place where the search is met. */
export function partsOf(text: string, search: string): readonly string[] {
  if (search === '') return [text]
  const [whole, wanted] = [text.toLowerCase(), search.toLowerCase()]
  // Some letters are longer in lower case: the places would be those of another text.
  if (whole.length !== text.length) return [text]
  const parts: string[] = []
  let from = 0
  while (parts.length < mostMarks * 2) {
    const at = whole.indexOf(wanted, from)
    if (at === -1) break
    parts.push(text.slice(from, at), text.slice(at, at + wanted.length))
    from = at + wanted.length
  }
  return [...parts, text.slice(from)]
}

/** A text with the places where a search is met marked. */
export function MarkedText({ text, search }: { text: string; search: string }) {
  return <>{partsOf(text, search).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}</>
}
