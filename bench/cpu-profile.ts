/** The parts of a `.cpuprofile` that say where time went. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
  }[]
  /** The node of each sample. */
  readonly samples: readonly number[]
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[]
}

/** A function, and the share of the busy time that it took itself. */
export interface FunctionShare {
  readonly name: string
  readonly place: string
  readonly share: number
}

/** Returns the functions that took most time themselves, the first most; time in which nothing ran is left out. */
export function slowestFunctions({ nodes, samples, timeDeltas }: CpuProfile, count: number): readonly FunctionShare[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const times = new Map<string, { readonly name: string; readonly place: string; time: number }>()
  let busy = 0
  for (const [index, id] of samples.entries()) {
    const { functionName, url, lineNumber } = frames.get(id) ?? { functionName: '', url: '', lineNumber: 0 }
    if (functionName === '(idle)') continue
    const time = timeDeltas[index] ?? 0
    busy += time
    const place =
      url === '' ? '' : `${url.replace(/^.*?\/(?=(?:server|db|bench|node_modules)\/)/, '')}:${lineNumber + 1}`
    const key = `${functionName} ${place}`
    const known = times.get(key)
    if (known === undefined) times.set(key, { name: functionName || '(anonymous)', place, time })
    else known.time += time
  }
  return [...times.values()]
    .sort((one, other) => other.time - one.time)
    .slice(0, count)
    .map(({ name, place, time }) => ({ name, place, share: time / busy }))
}
