/** The status of a call, in the colour of what it means. */
export function StatusText(props: { status: number | null; isLost: boolean; rules: readonly string[] }) {
  const { status, isLost, rules } = props
  if (status === null) return <span class="quiet">none</span>
  const kind = status >= 400 || isLost ? 'bad' : rules.length > 0 ? 'warn' : 'good'
  return <span class={kind}>{isLost ? 'lost' : status}</span>
}
