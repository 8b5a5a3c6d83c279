import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** A column of a table: its heading, and what it shows of a row. */
export interface TableColumn<Row> {
  readonly name: string
  readonly heading: string
  readonly cell: (row: Row) => ComponentChildren
  /** Its width in CSS; the same share as the others when absent. */
  readonly width?: string
  readonly isNumber?: boolean
}

/** What a table shows. */
export interface VirtualTableProps<Row> {
  readonly label: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** What the link of a row leads to. */
  readonly linkOf?: (row: Row) => string
  readonly classOf?: (row: Row) => string | undefined
  readonly selected?: string | undefined
  readonly empty: string
  /** How a heading is sorted by; headings are plain where it is absent. */
  readonly sort?: { readonly by: string; readonly isDescending: boolean; readonly change: (name: string) => void }
}

/** Pixels of a row: all have the same, so that the place of each is known. */
const rowHeight = 32
/** Rows that are rendered above and below those in sight. */
const overscan = 12

/** A table that renders the rows in sight alone: a hundred thousand scroll like a hundred. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, columns, rows, keyOf, linkOf, classOf, selected, empty, sort } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 600 })
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const look = (): void => setView({ top: element.scrollTop, height: element.clientHeight })
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])
  const first = Math.max(0, Math.floor(view.top / rowHeight) - overscan)
  const last = Math.min(rows.length, Math.ceil((view.top + view.height) / rowHeight) + overscan)
  const template = columns.map(({ width }) => width ?? 'minmax(0, 1fr)').join(' ')
  return (
    <div class="table" role="table" aria-label={label} aria-rowcount={rows.length + 1} ref={scroller} tabIndex={0}>
      <div class="row head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map(({ name, heading, isNumber }) => (
          <span
            key={name}
            role="columnheader"
            class={isNumber ? 'number' : undefined}
            aria-sort={sort?.by === name ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
          >
            {sort === undefined ? (
              heading
            ) : (
              <button type="button" class="plain" onClick={() => sort.change(name)}>
                {heading}
                {sort.by === name ? (sort.isDescending ? ' ↓' : ' ↑') : ''}
              </button>
            )}
          </span>
        ))}
      </div>
      {rows.length === 0 && (
        <div role="row" class="empty">
          <span role="cell">{empty}</span>
        </div>
      )}
      <div role="rowgroup" style={{ height: rows.length * rowHeight, position: 'relative' }}>
        {rows.slice(first, last).map((row, index) => {
          const key = keyOf(row)
          const position = first + index
          const link = linkOf?.(row)
          return (
            <div
              key={key}
              role="row"
              aria-rowindex={position + 2}
              class={`row ${classOf?.(row) ?? ''} ${key === selected ? 'selected' : ''}`}
              style={{ gridTemplateColumns: template, top: position * rowHeight }}
            >
              {columns.map(({ name, cell, isNumber }, column) => (
                <span key={name} role="cell" class={isNumber ? 'number' : undefined}>
                  {link !== undefined && column === 0 ? (
                    <a class="whole" href={link} aria-current={key === selected ? 'true' : undefined}>
                      {cell(row)}
                    </a>
                  ) : (
                    cell(row)
                  )}
                </span>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}
