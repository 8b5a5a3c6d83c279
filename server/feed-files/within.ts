/**
 * Waits for something, and ends it after so many ticks of a timer. Time in which this process was held up counts as one
 * tick, however long it was: what has come meanwhile is read first.
 *
 * @param end Makes the wait fail.
 * @param tick Milliseconds of a tick.
 */
export async function within<Result>(
  ticks: number,
  waiting: Promise<Result>,
  end: () => void,
  tick = 1000,
): Promise<Result> {
  let left = ticks
  const timer = setInterval(() => {
    if (--left === 0) end()
  }, tick)
  try {
    return await waiting
  } finally {
    clearInterval(timer)
  }
}
