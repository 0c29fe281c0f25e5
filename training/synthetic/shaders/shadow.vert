#version 330
// depth from the key light
uniform mat4 light_clip;
in vec3 place;
in vec2 cover;
out vec2 v_cover;
void main() {
    v_cover = cover;
    gl_Position = light_clip * vec4(place, 1.0);
}
