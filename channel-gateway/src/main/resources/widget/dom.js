/** Makes an element. Text is only ever set as text; what begins with "on" is a listener. */
export function h(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [property, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (property.startsWith('on')) made.addEventListener(property.slice(2), value);
    else made.setAttribute(property, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

const ICONS = {
  back: 'M19 12H5M11 6l-6 6 6 6',
  attach: 'M21 11.5l-8.6 8.6a5.6 5.6 0 0 1-8-8l8.9-8.8a3.7 3.7 0 0 1 5.3 5.3l-8.9 8.8a1.9 1.9 0 0 1-2.6-2.7l8-8',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6 6-6',
  file: 'M14 3H6v18h12V7zM14 3v4h4',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20a8 8 0 0 1 16 0',
  phone: 'M21 16.5v3a2 2 0 0 1-2.2 2A18.5 18.5 0 0 1 2.5 5.2 2 2 0 0 1 4.5 3h3a1.5 1.5 0 0 1 1.5 1.3l.5 2.7a1.5 1.5 0 0 1-.5 1.4L7.7 9.7a15 15 0 0 0 6.6 6.6l1.3-1.3a1.5 1.5 0 0 1 1.4-.5l2.7.5A1.5 1.5 0 0 1 21 16.5z',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5',
  send: 'M4 12l16-8-5 16-3-7zM12 13l8-9',
};

/** A drawing that says nothing to who does not see it. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** Black or white, whichever is read better on the colour; and the colour itself, darker until it is read on white. */
export function palette(color) {
  const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const hex = (parts) => '#' + parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');
  const ink = contrast(channels, [255, 255, 255]) >= 4.5 ? '#ffffff' : '#111111';
  let text = channels;
  while (contrast(text, [255, 255, 255]) < 5.5) text = text.map((part) => part * 0.92);
  return { brand: color, ink, text: hex(text) };
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(channels) {
  const [red, green, blue] = channels.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
