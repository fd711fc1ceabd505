// The JavaScript half of the seam (its other half is seam.cpp): the only code that knows the program's memory.
// The page sees it as `seam` of the made module; web/program.mjs is its one user.
mergeInto(LibraryManager.library, {
  $Seam: {
    reply: '',
    brush: null, // the 2D context that runs of text are drawn with (src/ui/foreign_text.h)
    run: null, // the text that was measured last and how it is set

    // A canvas that is made larger forgets how it was set.
    set: function () {
      Seam.brush.font = Seam.run.font;
      Seam.brush.direction = Seam.run.direction;
      Seam.brush.textAlign = 'left';
    },

    // Puts bytes, or a text as UTF-8, where the next call reads them.
    put: function (content) {
      var bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      var at = Module['_tollmeter_buffer'](bytes.length);
      HEAPU8.set(bytes, at);
    },

    // Calls an exported function; returns its reply or throws the sentence that it failed with.
    call: function (name, values) {
      Seam.reply = '';
      if (Module['_tollmeter_' + name].apply(null, values) !== 0) throw new Error(Seam.reply);
      return Seam.reply;
    },
  },
  $Seam__postset: "Module['seam'] = { 'put': Seam.put, 'call': Seam.call };",

  seam_reply__deps: ['$Seam'],
  seam_reply: function (text, size) {
    Seam.reply = new TextDecoder().decode(HEAPU8.subarray(text, text + size));
  },

  // Puts at `out`, as floats: the advance, then how far what is drawn reaches left, up, right and down.
  seam_measure_run__deps: ['$Seam'],
  seam_measure_run: function (text, bytes, size, semibold, rightToLeft, out) {
    Seam.brush = Seam.brush || document.createElement('canvas').getContext('2d', { 'willReadFrequently': true });
    Seam.run = {
      text: new TextDecoder().decode(HEAPU8.subarray(text, text + bytes)),
      font: (semibold ? 600 : 400) + ' ' + size + 'px Inter, system-ui, sans-serif',
      direction: rightToLeft ? 'rtl' : 'ltr',
    };
    Seam.set();
    var m = Seam.brush.measureText(Seam.run.text);
    var sides = ['Left', 'Ascent', 'Right', 'Descent'].map(function (side) {
      return m['actualBoundingBox' + side];
    });
    HEAPF32.set([m.width].concat(sides), out >> 2);
  },

  // Draws what was measured last; puts RGBA at `out`.
  seam_paint_run__deps: ['$Seam'],
  seam_paint_run: function (width, height, left, up, out) {
    var brush = Seam.brush;
    brush.canvas.width = width;
    brush.canvas.height = height;
    Seam.set();
    brush.fillText(Seam.run.text, left, up);
    HEAPU8.set(brush.getImageData(0, 0, width, height).data, out);
  },
});
