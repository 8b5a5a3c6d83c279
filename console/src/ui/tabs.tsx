import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** Tabs, of which one is shown. Arrow keys go from one to the next. */
export function Tabs(props: {
  label: string
  names: readonly string[]
  shown: string
  choose: (name: string) => void
  children: ComponentChildren
}) {
  const { label, names, shown, choose, children } = props
  const id = useId()
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const next = step && names[(names.indexOf(shown) + step + names.length) % names.length]
    if (!next) return
    event.preventDefault()
    choose(next)
    document.getElementById(`${id}-${next}`)?.focus()
  }
  return (
    <div class="tabs">
      <div role="tablist" aria-label={label} class="actions" onKeyDown={move}>
        {names.map((name) => (
          <button
            key={name}
            id={`${id}-${name}`}
            type="button"
            role="tab"
            aria-selected={name === shown}
            aria-controls={`${id}-panel`}
            tabIndex={name === shown ? 0 : -1}
            class={name === shown ? 'primary' : undefined}
            onClick={() => choose(name)}
          >
            {name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown}`}>
        {children}
      </div>
    </div>
  )
}
