/** The element that the server has put into the page; its absence is a fault of the program. */
export function one<T extends Element>(
  selector: string,
  type: new () => T,
  within: ParentNode = document,
): T {
  const found = within.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`the page has no ${selector}`);
  return found;
}

/** Elements of one kind, in the order of the document. */
export function all<T extends Element>(
  selector: string,
  type: new () => T,
  within: ParentNode = document,
): T[] {
  return [...within.querySelectorAll(selector)].filter((found): found is T => found instanceof type);
}

/** Markup that our own server has rendered and escaped; nothing else is ever parsed. */
export function parseElement<T extends Element>(html: string, type: new () => T): T {
  const template = document.createElement('template');
  template.innerHTML = html;
  const element = template.content.firstElementChild;
  if (!(element instanceof type)) throw new Error('the server sent something else than expected');
  return element;
}

export function make(tag: string, text?: string, className?: string): HTMLElement {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (className !== undefined) element.className = className;
  return element;
}

/** Shows words in a place that is read out, or takes them away. */
export function notify(place: HTMLElement, words: string | undefined): void {
  place.hidden = words === undefined;
  place.textContent = words ?? '';
}
