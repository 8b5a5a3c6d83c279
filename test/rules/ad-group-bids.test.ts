import { showArea } from './areas.ts'

await showArea('ad-group-bids')
