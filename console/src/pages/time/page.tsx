export default function TimePage() {
  return <h1>Time</h1>
}
