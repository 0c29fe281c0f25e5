#version 330
// a finished pixel: shaded corners, tone, sRGB; alpha is the share that the person covers
uniform sampler2D colour;   // linear light, alpha 1 where there is somebody
uniform sampler2D depth;
uniform float near;
uniform float far;
uniform float focal;        // pixels per metre at one metre
uniform float strength;
uniform float exposure;
uniform int samples;        // along each side of a pixel
in vec2 v_uv;
out vec4 out_colour;

float metres(vec2 uv) {
    float z = texture(depth, uv).r * 2.0 - 1.0;
    return 2.0 * near * far / (far + near - z * (far - near));
}

void main() {
    ivec2 first = ivec2(gl_FragCoord.xy) * samples;
    vec4 c = vec4(0.0);
    for (int y = 0; y < samples; ++y)
        for (int x = 0; x < samples; ++x) c += texelFetch(colour, first + ivec2(x, y), 0);
    if (c.a <= 0.0) {
        out_colour = vec4(0.0);
        return;
    }
    vec3 l = max(c.rgb / c.a * exposure, 0.0);
    vec2 size = vec2(textureSize(depth, 0));
    float here = metres(v_uv);
    float turn = fract(52.98 * fract(dot(gl_FragCoord.xy, vec2(0.0671, 0.00584)))) * 6.2832;
    float shut = 0.0;
    for (int i = 0; i < 8; ++i) {
        float r = sqrt((float(i) + 0.5) / 8.0) * 0.075;
        float t = float(i) * 2.39996 + turn;
        float closer = here - metres(v_uv + vec2(cos(t), sin(t)) * r * focal / here / size);
        shut += smoothstep(0.2 * r, r + 0.004, closer) * smoothstep(0.18, 0.08, closer);
    }
    float open = 1.0 - strength * shut / 8.0;
    l *= mix(vec3(open), vec3(1.0), l * 0.25);
    vec3 over = max(l - 0.82, 0.0);
    l = mix(l, 0.82 + 0.18 * (1.0 - exp(-over / 0.18)), step(0.82, l));
    vec3 srgb = mix(l * 12.92, 1.055 * pow(max(l, 1e-6), vec3(1.0 / 2.4)) - 0.055, step(0.0031308, l));
    out_colour = vec4(clamp(srgb, 0.0, 1.0), c.a / float(samples * samples));
}
