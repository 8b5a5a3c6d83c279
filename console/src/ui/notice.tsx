import type { ComponentChildren } from 'preact'

/** A message about the page: an error, a warning, or that something worked. */
export function Notice({ kind, children }: { kind: 'error' | 'warning' | 'success'; children: ComponentChildren }) {
  return (
    <p class={`notice ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      {children}
    </p>
  )
}
