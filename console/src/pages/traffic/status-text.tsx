/** Returns whether the API refused a call, or items of it. */
export const isRefused = ({ status, rules }: { status: number | null; rules: readonly string[] }): boolean =>
  (status ?? 0) >= 400 || rules.length > 0

/** The status of a call, in the colour of what it means. */
export function StatusText(props: {
  status: number | null
  isLost: boolean
  rules: readonly string[]
  isPending?: boolean
}) {
  const { status, isLost, rules, isPending = false } = props
  if (isPending) return <span class="quiet">…</span>
  if (isLost) return <span class="bad">lost</span>
  if (status === null) return <span class="quiet">none</span>
  return <span class={status >= 400 ? 'bad' : rules.length > 0 ? 'warn' : 'good'}>{status}</span>
}
