export default function TrafficPage() {
  return <h1>Traffic</h1>
}
