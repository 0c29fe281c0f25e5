#version 330
// places a vertex for its facts alone; hair as in person.vert
uniform mat4 clip;
uniform vec3 eye;
uniform int kind;
in vec3 place;
in vec3 normal;
in vec2 uv;
in float region;
flat out float v_region;
void main() {
    vec3 p = place;
    if (kind == 5) {
        vec3 across = cross(normal, eye - place);
        p += across / max(length(across), 1e-9) * uv.x;
    }
    v_region = region;
    gl_Position = clip * vec4(p, 1.0);
}
