export function CreatePage(_: { kind: string; changed: () => void }) {
  return <h1>New</h1>
}
