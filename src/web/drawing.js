// The WebGL 2 half of the renderer (its other half is renderer.cpp). The context is the page's alone, so what is set
// once stays set, and Emscripten's imitation of OpenGL ES, larger than all of this, is not needed.
mergeInto(LibraryManager.library, {
  $Drawing: {
    gl: null,
    textures: [], // by number - 1
    view: null, // the uniform that takes page units to the screen

    program: function (gl, sources) {
      var program = gl.createProgram();
      sources.forEach(function (source, index) {
        var shader = gl.createShader(index ? gl.FRAGMENT_SHADER : gl.VERTEX_SHADER);
        gl.shaderSource(shader, '#version 300 es\n' + source);
        gl.compileShader(shader);
        gl.attachShader(program, shader);
      });
      gl.linkProgram(program);
      return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : null;
    },

    // Vertices as ImDrawVert has them: position, place in the texture, colour.
    attribute: function (gl, index, size, type, at) {
      gl.enableVertexAttribArray(index);
      gl.vertexAttribPointer(index, size, type, type === gl.UNSIGNED_BYTE, 20, at);
    },
  },

  // Makes all that lives in the graphics memory but textures. Returns the longest side that a texture may have, or 0
  // where there is no WebGL 2.
  drawing_start__deps: ['$Drawing'],
  drawing_start: function () {
    // The page draws all of the canvas, opaque, and smooths its edges itself.
    var options = { 'alpha': false, 'antialias': false, 'depth': false, 'stencil': false };
    var gl = Module['canvas'].getContext('webgl2', options);
    var program = gl && Drawing.program(gl, [
      'layout(location=0)in vec2 position;' +
        'layout(location=1)in vec2 place;' +
        'layout(location=2)in vec4 color;' +
        'uniform vec2 view;' +
        'out vec2 at;' +
        'out vec4 ink;' +
        'void main(){' +
        'at=place;' +
        'ink=color;' +
        'gl_Position=vec4(position*view+vec2(-1,1),0,1);' +
        '}',
      'precision mediump float;' +
        'uniform sampler2D texels;' +
        'in vec2 at;' +
        'in vec4 ink;' +
        'out vec4 color;' +
        'void main(){' +
        'color=ink*texture(texels,at);' +
        '}',
    ]);
    if (!program) return 0;
    Drawing.gl = gl;
    Drawing.view = gl.getUniformLocation(program, 'view');
    gl.useProgram(program);
    gl.enable(gl.SCISSOR_TEST);
    gl.enable(gl.BLEND);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    Drawing.attribute(gl, 0, 2, gl.FLOAT, 0);
    Drawing.attribute(gl, 1, 2, gl.FLOAT, 8);
    Drawing.attribute(gl, 2, 4, gl.UNSIGNED_BYTE, 16);
    return gl.getParameter(gl.MAX_TEXTURE_SIZE);
  },

  drawing_make_texture__deps: ['$Drawing'],
  drawing_make_texture: function (width, height) {
    var gl = Drawing.gl;
    var texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    return Drawing.textures.push(texture);
  },

  // `row`: how many texels the rows of `texels` are apart.
  drawing_fill_texture__deps: ['$Drawing'],
  drawing_fill_texture: function (texture, x, y, width, height, texels, row) {
    var gl = Drawing.gl;
    gl.bindTexture(gl.TEXTURE_2D, Drawing.textures[texture - 1]);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, row);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RGBA, gl.UNSIGNED_BYTE, HEAPU8, texels);
  },

  drawing_drop_texture__deps: ['$Drawing'],
  drawing_drop_texture: function (texture) {
    Drawing.gl.deleteTexture(Drawing.textures[texture - 1]);
    delete Drawing.textures[texture - 1];
  },

  // `width` and `height` in device pixels, the others in the page's units.
  drawing_begin__deps: ['$Drawing'],
  drawing_begin: function (width, height, unitsAcross, unitsDown) {
    Drawing.gl.viewport(0, 0, width, height);
    Drawing.gl.uniform2f(Drawing.view, 2 / unitsAcross, -2 / unitsDown);
  },

  drawing_load__deps: ['$Drawing'],
  drawing_load: function (vertices, vertexBytes, indices, indexBytes) {
    var gl = Drawing.gl;
    gl.bufferData(gl.ARRAY_BUFFER, HEAPU8, gl.STREAM_DRAW, vertices, vertexBytes);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, HEAPU8, gl.STREAM_DRAW, indices, indexBytes);
  },

  // Draws what was loaded, from its index `first`, clipped to a box in device pixels, its `y` from below.
  drawing_triangles__deps: ['$Drawing'],
  drawing_triangles: function (texture, first, count, x, y, width, height) {
    var gl = Drawing.gl;
    gl.scissor(x, y, width, height);
    gl.bindTexture(gl.TEXTURE_2D, Drawing.textures[texture - 1]);
    gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, 2 * first);
  },
});
