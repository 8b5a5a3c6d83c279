export default function FiguresPage() {
  return <h1>Figures</h1>
}
