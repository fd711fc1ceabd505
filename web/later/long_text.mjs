// Text of several lines that is inserted and not pasted, as a phone's keyboard does with what is on its clipboard, is put in at once.
// Chromium would put it in line by line, laying out all lines and telling the whole of the text again for each. Fetched after the first
// frame, before which nothing of several lines can be typed.
document.addEventListener('beforeinput', (event) => {
  const { target, inputType, data } = event;
  if (inputType !== 'insertText' || target.localName !== 'textarea' || !data?.includes('\n')) return;
  event.preventDefault();
  target.setRangeText(data, target.selectionStart, target.selectionEnd, 'end');
  target.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
});
