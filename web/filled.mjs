// A text without what tells its meanings apart ("Open@@adjective"), and with the values in its places {0} to {9}.
export const filled = (text, values) => text.replace(/@@.*$|\{(\d)\}/g, (_, place) => (place ? values[place] : ''));
