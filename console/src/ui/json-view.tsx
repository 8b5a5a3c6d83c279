/** Text as JSON with indentation, where it is JSON; as it is elsewhere. Shown as text, whatever stands in it. */
export function JsonView({ value, label }: { value: unknown; label: string }) {
  return (
    <pre class="json" role="region" tabIndex={0} aria-label={label}>
      {formatted(value)}
    </pre>
  )
}

/** Returns JSON with indentation. A text that is JSON itself is formatted as that. */
export function formatted(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value, null, 2) ?? ''
  try {
    return JSON.stringify(JSON.parse(value), null, 2)
  } catch {
    return value
  }
}
