// What `GET /boards/{id}/content` must answer, by what the web's own readers see in a document.
import { ambition, canvas, readRichText, roles, values } from './web.mjs';

export function content(kind, doc) {
  if (kind === 'canvas') return { notes: canvas.readNotes(doc) };
  if (kind === 'roles') return { roles: roles.readRoles(doc).map(role) };
  if (kind === 'values') return { values: values.readValues(doc) };
  const { headline, statement, horizon } = ambition.ambitionTexts(doc);
  return {
    headline: headline.toString(),
    statement: plain(statement),
    statement_html: html(readRichText(statement)),
    horizon: plain(horizon),
    horizon_html: html(readRichText(horizon)),
  };
}

function role({ seatsMin, seatsMax, drives, ...rest }) {
  return {
    ...rest,
    seats_min: seatsMin,
    seats_max: seatsMax,
    drives: Object.fromEntries(drives.map((drive) => [drive, true])),
  };
}

function html(blocks) {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return `<p>${inline(block.inline)}</p>`;
      if (block.kind === 'heading') return `<h${block.level}>${inline(block.inline)}</h${block.level}>`;
      const list = block.ordered ? 'ol' : 'ul';
      const start = block.ordered && block.start !== 1 ? ` start="${block.start}"` : '';
      return `<${list}${start}>${block.items.map((item) => `<li>${html(item)}</li>`).join('')}</${list}>`;
    })
    .join('');
}

function inline(parts) {
  return parts
    .map((part) => {
      if (part.kind === 'break') return '<br>';
      let text = escaped(part.text);
      if (part.italic) text = `<em>${text}</em>`;
      if (part.bold) text = `<strong>${text}</strong>`;
      if (part.link) text = `<a href="${escaped(part.link)}" rel="noopener noreferrer nofollow">${text}</a>`;
      return text;
    })
    .join('');
}

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** One line for each paragraph and heading, and for what stands before a break. */
function plain(fragment) {
  return lines(readRichText(fragment)).join('\n').replace(/\n+$/, '');
}

function lines(blocks) {
  return blocks.flatMap((block) =>
    block.kind === 'list'
      ? block.items.flatMap(lines)
      : block.inline
          .map((part) => (part.kind === 'break' ? '\n' : part.text))
          .join('')
          .split('\n'),
  );
}
