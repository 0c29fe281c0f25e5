#version 330
// depth from the key light, of surfaces that are drawn whole
uniform mat4 light_clip;
in vec3 place;
void main() {
    gl_Position = light_clip * vec4(place, 1.0);
}
