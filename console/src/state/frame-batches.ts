/**
 * Returns a function that collects items and hands all of a frame on together: what is shown is drawn once per frame,
 * however fast the items come.
 */
export function inFrames<Item>(deliver: (items: readonly Item[]) => void): (items: readonly Item[]) => void {
  let waiting: Item[] = []
  return (items) => {
    if (items.length === 0) return
    if (waiting.length === 0) {
      requestAnimationFrame(() => {
        const all = waiting
        waiting = []
        deliver(all)
      })
    }
    for (const item of items) waiting.push(item)
  }
}
