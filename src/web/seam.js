// The JavaScript half of the seam (its other half is seam.cpp): the only code that knows the program's memory.
// The page sees it as `seam` of the made module; web/program.mjs is its one user.
mergeInto(LibraryManager.library, {
  $Seam: {
    reply: '',

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
});
