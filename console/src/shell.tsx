import type { ComponentType } from 'preact'
import { lazy, Suspense } from 'preact/compat'
import { useEffect } from 'preact/hooks'
import { linkTo, place, world } from './state/route.ts'
import { Notice } from './ui/notice.tsx'
import { Notifications } from './ui/notifications.tsx'
import { TokenDialog } from './ui/token-dialog.tsx'
import { WorldPicker } from './ui/world-picker.tsx'

/** The pages by the name in their address. Each is loaded when it is first opened. */
const pages: Readonly<Record<string, { readonly title: string; readonly view: ComponentType }>> = {
  overview: { title: 'Overview', view: lazy(() => import('./pages/overview/page.tsx')) },
  traffic: { title: 'Traffic', view: lazy(() => import('./pages/traffic/page.tsx')) },
  data: { title: 'Data', view: lazy(() => import('./pages/data/page.tsx')) },
  figures: { title: 'Figures', view: lazy(() => import('./pages/figures/page.tsx')) },
  time: { title: 'Time', view: lazy(() => import('./pages/time/page.tsx')) },
  faults: { title: 'Faults', view: lazy(() => import('./pages/faults/page.tsx')) },
  worlds: { title: 'Worlds', view: lazy(() => import('./pages/worlds/page.tsx')) },
  report: { title: 'Report', view: lazy(() => import('./pages/report/page.tsx')) },
  rules: { title: 'Rules', view: lazy(() => import('./pages/rules/page.tsx')) },
  coverage: { title: 'Coverage', view: lazy(() => import('./pages/coverage/page.tsx')) },
}

/** The frame of all pages: their links, the world, and the page that the address names. */
export function Shell() {
  const { page } = place.value
  const shown = pages[page]
  useEffect(() => {
    document.title = `${shown?.title ?? 'Not found'} · ${world.value} · pinterest-ads-mock`
  }, [shown, world.value])
  return (
    <>
      <button type="button" class="skip" onClick={skipToMain}>
        Skip to the page
      </button>
      <header class="bar">
        <a class="name" href={linkTo('overview')}>
          pinterest-ads-mock
        </a>
        <nav aria-label="Pages">
          {Object.entries(pages).map(([name, { title }]) => (
            <a key={name} href={linkTo(name)} aria-current={name === page ? 'page' : undefined}>
              {title}
            </a>
          ))}
        </nav>
        <WorldPicker />
      </header>
      <main id="main" tabIndex={-1}>
        {shown === undefined ? (
          <Notice kind="error">There is no page “{page}”.</Notice>
        ) : (
          <Suspense fallback={<p class="quiet">Loading…</p>}>
            <shown.view key={`${page} ${world.value}`} />
          </Suspense>
        )}
      </main>
      <Notifications />
      <TokenDialog />
    </>
  )
}

const skipToMain = (): void => document.getElementById('main')?.focus()
