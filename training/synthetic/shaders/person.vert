#version 330
// a vertex of a posed person, or of a ribbon of hair that turns towards the camera
uniform mat4 clip;
uniform mat4 light_clip;
uniform vec3 eye;
uniform int kind;
in vec3 place;
in vec3 normal;   // hair: along the strand
in vec3 colour;
in vec4 rest;     // as in surface.vert
in float hem;     // metres from the hem
in vec2 uv;       // hair: metres off the strand's middle line, and nothing
out vec3 v_place;
out vec3 v_normal;
out vec3 v_colour;
out vec4 v_rest;
out float v_hem;
out vec2 v_uv;
out vec3 v_light;
void main() {
    vec3 p = place;
    if (kind == 5) {
        vec3 across = cross(normal, eye - place);
        p += across / max(length(across), 1e-9) * uv.x;
    }
    v_place = p;
    v_normal = normal;
    v_colour = colour;
    v_rest = rest;
    v_hem = hem;
    v_uv = uv;
    v_light = (light_clip * vec4(p, 1.0)).xyz * 0.5 + 0.5;
    gl_Position = clip * vec4(p, 1.0);
}
