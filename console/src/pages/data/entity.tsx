import type { Tables } from '../../state/world-export.ts'
export function EntityPage(_: { kind: string; id: string; tables: Tables | undefined; changed: () => void }) {
  return <h1>E</h1>
}
