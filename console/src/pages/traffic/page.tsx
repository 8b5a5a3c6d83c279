import './traffic.css'
import { place } from '../../state/route.ts'
import { CallDetail } from './call-detail.tsx'
import { CallList } from './call-list.tsx'
import { CallOfAnyWorld } from './call-of-any-world.tsx'

/** The calls of clients, or one of them. The list goes on behind a call, and is found again as it was left. */
export default function TrafficPage() {
  const [id] = place.value.parts
  if (id !== undefined && place.value.query.get('of') === 'all') return <CallOfAnyWorld key={id} id={id} />
  return (
    <>
      {id !== undefined && <CallDetail key={id} id={id} />}
      <div hidden={id !== undefined}>
        <CallList />
      </div>
    </>
  )
}
