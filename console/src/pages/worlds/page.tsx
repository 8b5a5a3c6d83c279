export default function WorldsPage() {
  return <h1>Worlds</h1>
}
